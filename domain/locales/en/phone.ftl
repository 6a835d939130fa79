# The program on the phone: on the home screen, and without a network. Only the scripts in `phone/` show these.
phone-app-name = Łącznik – volunteering
phone-app-short = Łącznik
phone-app-about = See where help is needed, sign up in two taps and keep your schedule at hand.
phone-app-calendar = Calendar
phone-app-mine = My schedule
phone-offline = You are offline.
phone-no-answer = We cannot connect right now.
phone-saved-today = Saved today at { $time }.
phone-saved = Saved on { $day }, { $time }.
phone-buttons-wait = Buttons will work when the connection is back.
phone-not-now = This needs a connection. Please try again when you are online.
phone-wiped-only = We removed your data from this phone. To sign out completely, come back when you are online.
phone-no-network = No connection
phone-not-kept = This page is not on your phone. Open it when you are online again.
phone-here = You can read this now
phone-nothing-here = There are no saved pages on this phone yet.
phone-again = Try again
