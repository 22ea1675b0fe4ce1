"""The first plan: serial schedule generation over the network of activities."""
