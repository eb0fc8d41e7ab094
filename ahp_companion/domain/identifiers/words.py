"""Words that look like a name where they stand, and are none."""

# Behind a title or beside somebody: "Nurse Practitioner", "Dr on call", "a patient called Monday".
BEHIND = """
a about above academic act advanced after again age all also although always am an and angiogram
angiography anyone appointment appt april are around arthrogram as asked assistant associate at
august back band bank because been before being bike both but by call calls care case centre
champion christmas clinic clinical coach community compatible conditional consultant consultants
contrast could day days december did discharge discussed district do does due each easter
educator emeritus enterography even every everyone explained family february felt findings first
following for foster friday from further gave given good google group had has have he head her
here hers him his home hospital how however i if images imaging in independent inform informed
into is it its january july june just last later lead leader led liaison line link macmillan
manager many march may me men mental might monday more most mri my need needed needs next nhs no
not notes november now october of off on once one only or other our out over patient patients
per physics plan please practice practitioner practitioners prescriber prescribers prescribing
radiographer rang ray reception registrar report reports results review reviewed round rounds
safety said samaritans same saturday saw scan scans school see seen september sequences she
should since so some someone sometimes specialist specialists spectroscopy spoke staff station
student students sunday supervisor support surgery system systems team teams than that the their
them then there these they this those though through thursday time to today told tomorrow
trainee training tuesday tutor two under unit universe unless until up upon us very visit visits
wanted ward was we wednesday well were what when where whether which while who whose why will
with without would yes yesterday you your
"""
# Two or three capitals that are far more often a thing than a person.
CAPITALS = """
AAC ABC ABG ACP ADL AE AF AFO AHP AKA AMT AMU ART ASD ASU BBS BD BIM BKA BMI BP CBT CCU CGA CHD
CNS COPD CPD CPR CT CVA CXR DN DNA DT DVT ECG ED EEG EMG ENP ENT ETA FAC FES FIM GCS GP GPS HAP
HCA HCP HDU HR HV ICU IQ IR IT ITU IV KPI LD LL LOS LTC MAS MDT MI MMT MND MRI MS MSK NBM NEWS
NG NHS NIV NP OA OD OH OPD OT OTA PA PDF PE PEG PPE PRN PT PTA QI QOL RA RAU RN ROM RR RTA SLT
SOB SPO SR SW TA THR TIA TKR TUG UK UL UTI VAS VR WHO
"""
NO_NAMES = frozenset(BEHIND.split())
ACRONYMS = frozenset(CAPITALS.split())
