"""What the bot says: a function a reply, a module a topic. Replies are values (`bot.reply`) without database, clock or network.

The public names of all modules are reached from here.
"""

from bot.replies.asked import *
from bot.replies.card import *
from bot.replies.changes import *
from bot.replies.choices import *
from bot.replies.doors import *
from bot.replies.files import *
from bot.replies.forgetting import *
from bot.replies.history import *
from bot.replies.imports import *
from bot.replies.links import *
from bot.replies.looks import *
from bot.replies.media import *
from bot.replies.notifications import *
from bot.replies.offers import *
from bot.replies.people import *
from bot.replies.plan import *
from bot.replies.questions import *
from bot.replies.receipt_buttons import *
from bot.replies.receipts import *
from bot.replies.recent import *
from bot.replies.refusals import *
from bot.replies.restoring import *
from bot.replies.rules import *
from bot.replies.settings import *
from bot.replies.setup import *
from bot.replies.spreads import *
from bot.replies.talk import *
