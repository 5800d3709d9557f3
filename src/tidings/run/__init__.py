"""How a pipeline is executed: in this process or in a pool of them, and what becomes of the results."""

from tidings.run.execute import outcomes
from tidings.run.outcome import Outcome, Process

__all__ = ["Outcome", "Process", "outcomes"]
