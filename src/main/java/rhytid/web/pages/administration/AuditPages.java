package rhytid.web.pages.administration;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rhytid.account.Action;
import rhytid.account.AuditEntry;
import rhytid.account.AuditFilter;
import rhytid.account.Role;
import rhytid.account.Target;
import rhytid.web.Answer;
import rhytid.web.Clinic;
import rhytid.web.Endpoint;
import rhytid.web.Exchange;
import rhytid.web.pages.frame.Paths;
import rhytid.web.pages.frame.Views;
import rhytid.web.pages.frame.Words;

/** Who did what. The log holds ids; here they are given the names that accounts have today. */
public final class AuditPages {

    private static final List<String> FIELDS =
            List.of("patientId", "actor", "role", "action", "outcome", "since", "until");
    private static final int AT_ONCE = 50;

    private final Clinic clinic;
    private final Views views;

    AuditPages(Clinic clinic, Views views) {
        this.clinic = clinic;
        this.views = views;
    }

    /**
     * A part of the log.
     *
     * @param runs latest first
     * @param asked what the filter's fields hold
     * @param names of actors, by id; whoever has no account any more is missing
     * @param more link to earlier entries; null on the last page
     */
    public record Audit(
            List<Run> runs,
            Map<String, String> asked,
            Map<String, String> names,
            @Nullable String more) {

        public String asked(String field) {
            return asked.getOrDefault(field, "");
        }

        public String name(String actor) {
            return names.getOrDefault(actor, actor);
        }

        /** In words; an action that is no more, and stands in old entries, by its key. */
        public String action(Words words, String key) {
            return words.has("administration.action." + key) ? words.say("administration.action." + key) : key;
        }

        public List<String> roles() {
            return Stream.concat(Stream.of(Role.values()).map(Role::key), Stream.of("invited", "anonymous"))
                    .toList();
        }

        public List<String> actions() {
            return Stream.concat(
                            Stream.of("sign-in"), Stream.of(Action.values()).map(Action::key))
                    .toList();
        }
    }

    /** The same thing done several times in a row, as when a page asks again and again how far a comparison is. */
    public record Run(AuditEntry latest, int times) {

        private boolean goesOnWith(AuditEntry earlier) {
            return latest.actor().equals(earlier.actor())
                    && latest.action().equals(earlier.action())
                    && latest.outcome().equals(earlier.outcome())
                    && Objects.equals(latest.subject(), earlier.subject());
        }

        static List<Run> of(List<AuditEntry> entries) {
            List<Run> runs = new ArrayList<>();
            for (AuditEntry entry : entries) {
                if (!runs.isEmpty() && runs.getLast().goesOnWith(entry)) {
                    Run run = runs.removeLast();
                    runs.add(new Run(run.latest(), run.times() + 1));
                } else {
                    runs.add(new Run(entry, 1));
                }
            }
            return runs;
        }
    }

    List<Endpoint> endpoints() {
        return List.of(Endpoint.page(Administration.AUDIT, this::show).is(Action.READ_AUDIT));
    }

    private Answer show(Exchange exchange) {
        exchange.pass(Action.READ_AUDIT, Target.NOTHING);
        Map<String, String> asked = new LinkedHashMap<>();
        for (String field : FIELDS) {
            String value = exchange.query(field);
            if (value != null) {
                asked.put(field, value.strip());
            }
        }
        List<AuditEntry> entries = clinic.audit().page(exchange.cursor(), filter(asked), AT_ONCE + 1);
        boolean more = entries.size() > AT_ONCE;
        List<AuditEntry> shown = more ? entries.subList(0, AT_ONCE) : entries;
        return views.page(
                exchange,
                "administration/audit.jte",
                new Audit(
                        Run.of(shown),
                        asked,
                        names(shown),
                        more ? next(asked, shown.getLast().id()) : null));
    }

    private AuditFilter filter(Map<String, String> asked) {
        return new AuditFilter(
                asked.get("patientId"),
                asked.get("actor"),
                asked.get("role"),
                asked.get("action"),
                asked.get("outcome"),
                startOf(asked.get("since"), 0),
                startOf(asked.get("until"), 1));
    }

    /** The beginning of the day so many days later; null for no day, and for what is none. */
    private @Nullable Instant startOf(@Nullable String day, int later) {
        try {
            return day == null
                    ? null
                    : LocalDate.parse(day)
                            .plusDays(later)
                            .atStartOfDay(clinic.clock().getZone())
                            .toInstant();
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private Map<String, String> names(List<AuditEntry> entries) {
        Map<String, String> names = new HashMap<>();
        entries.stream()
                .map(AuditEntry::actor)
                .distinct()
                .forEach(actor ->
                        clinic.accounts().find(actor).ifPresent(account -> names.put(actor, account.shownName())));
        return names;
    }

    private static String next(Map<String, String> asked, String cursor) {
        String query = asked.entrySet().stream()
                .map(field -> field.getKey() + "=" + Paths.encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return Administration.AUDIT + "?" + (query.isEmpty() ? "" : query + "&") + "cursor=" + cursor;
    }
}
