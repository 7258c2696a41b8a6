"""What each button does, as typed values: a module for each topic, and `codec`, which writes and reads them as text.

The public names of all modules are reached from here.
"""

from bot.buttons.codec import *
from bot.buttons.doors import *
from bot.buttons.entries import *
from bot.buttons.files import *
from bot.buttons.forms import when_of as when_of
from bot.buttons.looks import *
from bot.buttons.notifications import *
from bot.buttons.people import *
from bot.buttons.plan import *
from bot.buttons.recent import *
from bot.buttons.settings import *
from bot.buttons.topics import *
