"""Whether an adapter loses or doubles anything when the network and the power fail.

    python -m jiugai.conformance finance -- python3 my_adapter.py --connection {connection} --state {folder}/state.sqlite

The kit simulates the services with the published protocol, drops, doubles, reorders and delays messages, kills the adapter
with -9 again and again, and at the end says which of the events that ask for a command got none, and which got two.
"""

from ..disturbance import KINDS
from .scenario import Scenario
from .shapes import Shapes
from .trial import Trial, Verdict

__all__ = ["KINDS", "Scenario", "Shapes", "Trial", "Verdict"]
