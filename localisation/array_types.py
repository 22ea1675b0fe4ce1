"""What arrays hold, for those who pass them on; a name of its own, such as `Costs`, is for what an array means."""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Whole = NDArray[np.int64]
Whole32 = NDArray[np.int32]
"""Where half the memory matters, or another program wants them so."""
Flags = NDArray[np.bool_]
