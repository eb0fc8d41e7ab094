"""What is printed: the portfolio as a PDF, and its charts."""
