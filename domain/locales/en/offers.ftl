# Asking a volunteer to take a place
asked-yours = Something for you
asked-question = Could you come then?
asked-until = Please answer by { $until }. Both answers are fine – if it does not suit you, we will ask somebody else.
asked-yes = Yes, I’ll come
asked-no = Not this time
asked-state-accepted = The place is yours
asked-state-declined = Thank you for answering
asked-state-taken_back = No longer needed
asked-state-expired = The time to answer is over
asked-next-accepted = Come a few minutes early. This date is now under “Mine” – if something comes up, step back there with one tap.
asked-next-declined = That is quite all right. We will not ask about this date again.
asked-next-taken_back = The coordinator took this question back. There is nothing you need to do.
asked-next-expired = No harm done. If you would still like to help, see whether there is a place.
asked-slot = See this date
asked-title = Would this suit you?
asked-until-short = Please answer by { $until }
