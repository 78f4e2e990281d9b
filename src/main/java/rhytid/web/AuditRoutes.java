package rhytid.web;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rhytid.account.Action;
import rhytid.account.AuditEntry;
import rhytid.account.AuditFilter;
import rhytid.account.Target;

/** The audit log. */
final class AuditRoutes {

    private final Clinic clinic;

    AuditRoutes(Clinic clinic) {
        this.clinic = clinic;
    }

    List<Endpoint> endpoints() {
        return List.of(Endpoint.get("/audit", "Who did what, latest first", this::list)
                .is(Action.READ_AUDIT)
                .asks("patientId", "Entries about this patient alone")
                .asks("actor", "By this account alone")
                .asks("role", "By this role alone, such as injector or anonymous")
                .asks("action", "Of this kind alone, such as read-photo")
                .asks("outcome", "allowed or denied")
                .asks("since", "Not before this time (RFC 3339)")
                .asks("until", "Before this time (RFC 3339)")
                .fails(400)
                .givesPageOf(AuditEntry.class));
    }

    private Answer list(Exchange exchange) {
        exchange.pass(Action.READ_AUDIT, Target.NOTHING);
        int limit = exchange.limit();
        List<AuditEntry> entries = clinic.audit().page(exchange.cursor(), filter(exchange), limit + 1);
        return Answer.ok(Page.of(entries, limit, AuditEntry::id, entry -> entry));
    }

    private static AuditFilter filter(Exchange exchange) {
        return new AuditFilter(
                exchange.query("patientId"),
                exchange.query("actor"),
                exchange.query("role"),
                exchange.query("action"),
                exchange.query("outcome"),
                time(exchange, "since"),
                time(exchange, "until"));
    }

    private static @Nullable Instant time(Exchange exchange, String name) {
        String text = exchange.query(name);
        try {
            return text == null ? null : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            throw new Problem(400, "time", name + " is a time such as 2026-03-02T09:00:00Z.");
        }
    }
}
