package rhytid.web;

import java.util.List;
import rhytid.account.Action;
import rhytid.account.AuditEntry;
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
                .givesPageOf(AuditEntry.class));
    }

    private Answer list(Exchange exchange) {
        exchange.pass(Action.READ_AUDIT, Target.NOTHING);
        int limit = exchange.limit();
        List<AuditEntry> entries = clinic.audit().page(exchange.cursor(), exchange.query("patientId"), limit + 1);
        return Answer.ok(Page.of(entries, limit, AuditEntry::id, entry -> entry));
    }
}
