#!/usr/bin/env bash
# Walks the HTTP interface with curl, from sign-in to the shared gallery.
# usage: tour.sh BASELINE.jpg FOLLOW-UP.jpg   with the service running and these set:
#   RHYTID_URL (default http://localhost:8080), RHYTID_ADMIN_EMAIL, RHYTID_ADMIN_PASSWORD
set -euo pipefail
baseline=${1:?a photo of day 0} follow_up=${2:?a photo of the follow-up}
api=${RHYTID_URL:-http://localhost:8080}/api/v1
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT

step() { printf '\n== %s\n' "$*"; }
# The value of a text field of the JSON on standard input: the first one of that name.
field() { sed -n "s/.*\"$1\":\"\([^\"]*\)\".*/\1/p" | head -n 1; }
# call TOKEN METHOD PATH [curl options]
call() { curl -sS --fail-with-body -H "Authorization: Bearer $1" -X "$2" "$api$3" "${@:4}"; }
json() { printf '%s' "-HContent-Type: application/json"; }

step "sign in as the administrator"
admin=$(curl -sS --fail-with-body "$api/login" "$(json)" \
  -d "{\"email\":\"$RHYTID_ADMIN_EMAIL\",\"password\":\"$RHYTID_ADMIN_PASSWORD\"}" | field token)

step "make an injector"
mark=$RANDOM$RANDOM
call "$admin" POST /users "$(json)" -d \
  "{\"email\":\"injector$mark@clinic.example\",\"role\":\"injector\",\"password\":\"Regenschirm-Quitte-$mark\"}"
injector=$(curl -sS --fail-with-body "$api/login" "$(json)" \
  -d "{\"email\":\"injector$mark@clinic.example\",\"password\":\"Regenschirm-Quitte-$mark\"}" | field token)

step "take a patient in, and write the treatment down"
patient=$(call "$injector" POST /patients "$(json)" -H "Idempotency-Key: tour-$mark" \
  -d "{\"name\":\"Mara Example\",\"birthDate\":\"1980-05-17\"}" | field id)
call "$injector" POST "/patients/$patient/treatments" "$(json)" \
  -d '{"date":"2026-03-02","product":"onabotulinumtoxinA","areas":["glabella"],"units":20}'

step "day 0: a visit and its photo"
before=$(call "$injector" POST "/patients/$patient/visits" "$(json)" -d '{"expressions":["rest"]}' | field id)
call "$injector" PUT "/visits/$before/photos/rest" -H "Content-Type: image/jpeg" --data-binary "@$baseline"

step "the follow-up: the patient gets an upload link"
invitation=$(call "$injector" POST "/patients/$patient/invitations" "$(json)" -d '{"expressions":["rest"]}')
after=$(field visitId <<<"$invitation")
call "$(field token <<<"$invitation")" PUT "/invitations/$(field id <<<"$invitation")/photos/rest" \
  -F "photo=@$follow_up"

step "compare the two visits"
comparison=$(call "$injector" POST /comparisons "$(json)" \
  -d "{\"baselineVisit\":\"$before\",\"followUpVisit\":\"$after\"}" | field id)
call "$injector" GET "/comparisons/$comparison/events" -N --max-time 120
call "$injector" GET "/comparisons/$comparison" -D "$work/head" -o "$work/comparison.json"
status=$(field status <"$work/comparison.json")
echo "status: $status"
[ "$status" = done ] || { echo "not comparable, so there is nothing to share" >&2; head -c 2000 "$work/comparison.json"; exit 3; }

step "review and share it"
etag=$(tr -d '\r' <"$work/head" | sed -n 's/^[Ee][Tt]ag: //p')
call "$injector" PUT "/comparisons/$comparison/review" "$(json)" -H "If-Match: $etag" \
  -d '{"notes":"Good effect.","decision":"accept"}' -o /dev/null
call "$injector" POST "/comparisons/$comparison/share" -o /dev/null
call "$injector" GET "/comparisons/$comparison/report.pdf" -o "$work/report.pdf"
head -c 5 "$work/report.pdf" | grep -q '%PDF-'

step "the patient looks at their gallery"
call "$admin" POST /users "$(json)" -d \
  "{\"email\":\"mara$mark@example.org\",\"role\":\"patient\",\"patientId\":\"$patient\",\"password\":\"Quitte-Regenschirm-$mark\"}"
mara=$(curl -sS --fail-with-body "$api/login" "$(json)" \
  -d "{\"email\":\"mara$mark@example.org\",\"password\":\"Quitte-Regenschirm-$mark\"}" | field token)
call "$mara" GET "/patients/$patient/gallery" -o "$work/gallery.json"
head -c 400 "$work/gallery.json"
grep -q "$comparison" "$work/gallery.json"
call "$mara" GET "/patients/$patient/export" -o "$work/export.zip"

step "what the audit log says"
call "$admin" GET "/audit?patientId=$patient&limit=5"
printf '\n\nDone.\n'
