# Fixed words in files: forms other than those that documents print, separated by commas.
# The first word of “spelled-” is the one written to files.

also-form-amu = AMU course
also-form-internal = internal, internal course, in-house
also-form-peer-training = peer training, training by a colleague
also-form-job-rotation = job swap, work shadowing
also-form-self-study = self study, own study
also-form-peer-group = erfa group, network, peer network
form-course = course
also-form-course = courses
form-yh = YH
also-form-yh = higher vocational education
form-fagbrev = fagbrev
also-form-fagbrev = trade certificate, craft certificate
also-form-other = others, something else
also-teaching-day = day, in the daytime, days
also-teaching-evening = evenings, in the evening, weekend
also-teaching-online = remote, virtual, distance learning
also-status-proposed = proposal, suggested
also-status-agreed = agreed upon
also-status-enrolled = signed up, registered
also-status-started = started, under way, ongoing
also-status-done = done, finished, complete
also-status-postponed = put off, deferred
also-status-dropped = cancelled, canceled, given up
also-priority-need = necessary, needed, required
also-priority-nice = nice to have, nice, good to have
also-level-not-known = don't know, don’t know, I don’t know, not known, unknown, not yet
also-level-not-relevant = not relevant to me, not applicable, n/a, irrelevant
spelled-level-step = step
spelled-level-from = from
spelled-amu-full = full
spelled-amu-partial = partial
spelled-amu-none = none
spelled-kind-personal = personal
spelled-kind-professional = professional
also-responsible-leader = leader, line manager, the manager
also-responsible-employee = the employee, myself
also-responsible-department = department, school department
also-answer-yes = yes please
also-answer-no = no thank you, no thanks
spelled-edition-internal = internal
spelled-edition-public = public
spelled-edition-all = all
spelled-schema-profile = profile
spelled-schema-settings = department
spelled-schema-role-model = role-model
spelled-schema-catalogue = courses

# The own currency behind an amount.
currency-own = DKK
