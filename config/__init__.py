"""What this installation was told: typed settings, and where they come from. Imports none of our other rooms."""
