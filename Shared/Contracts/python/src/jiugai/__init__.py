"""Take part in Jiugai 旧改 from another program.

`Client` sends commands, asks questions, uploads papers and reads them back; `Adapter` follows feeds and answers their
events with commands, each event once and each command once, whoever crashes in between. Both need a `Connection`: where
the services are and which certificate is yours.
"""

from .adapter import Adapter, Event, Work
from .client import Client, Paper, Reply
from .connection import Connection
from .errors import FeedBroken, JiugaiError, Refused, Rejected, Unanswered
from .feed import Cursor, FeedReader, Page
from .store import Outgoing, Store
from .wire import command_id, new_id, today

__all__ = [
    "Adapter", "Client", "Connection", "Cursor", "Event", "FeedBroken", "FeedReader", "JiugaiError", "Outgoing", "Page",
    "Paper", "Refused", "Rejected", "Reply", "Store", "Unanswered", "Work", "command_id", "new_id", "today",
]
