"""What in a text could say who somebody is: numbers, addresses, dates and names, by their form."""
