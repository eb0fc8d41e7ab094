"""What preceptorship and CPD are: plain values and sums, with no window, file or clock."""
