"""How fast it is: `make bench`. Each figure stands beside a floor that is measured in the same run, for machines differ."""
