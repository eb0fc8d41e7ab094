"""What preceptorship and CPD are."""
