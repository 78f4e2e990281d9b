package rhytid.web;

import java.time.Instant;
import java.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rhytid.account.Action;
import rhytid.account.Target;
import rhytid.clinic.Comparison;
import rhytid.clinic.Comparisons;
import rhytid.clinic.Holdings;

/** How the service itself is: what it holds, what waits in line, what will be erased. */
final class ServiceRoutes {

    private final Clinic clinic;
    private final WebSettings settings;

    ServiceRoutes(Clinic clinic, WebSettings settings) {
        this.clinic = clinic;
        this.settings = settings;
    }

    /**
     * The rule of retention.
     *
     * @param period as ISO 8601 writes it, such as {@code P10Y}; null where nothing is erased
     * @param due patients whose data will be erased within 90 days unless something is recorded about them
     */
    record Retention(@Nullable String period, List<String> due) {}

    record ServiceState(Holdings.State storage, Comparisons.Line line, Retention retention) {}

    record FailedComparison(
            String id,
            String patientId,
            @Nullable String failure,
            Instant createdAt,
            @Nullable Instant finishedAt) {}

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.get("/service", "Storage, the line of comparisons, retention", this::state)
                        .is(Action.READ_SERVICE_STATE)
                        .gives(ServiceState.class),
                Endpoint.get("/service/failed", "Comparisons that were given up, latest first", this::failed)
                        .is(Action.READ_SERVICE_STATE)
                        .givesPageOf(FailedComparison.class));
    }

    private Answer state(Exchange exchange) {
        exchange.pass(Action.READ_SERVICE_STATE, Target.NOTHING);
        return Answer.ok(
                new ServiceState(clinic.holdings().state(), clinic.comparisons().line(), retention()));
    }

    private Answer failed(Exchange exchange) {
        exchange.pass(Action.READ_SERVICE_STATE, Target.NOTHING);
        int limit = exchange.limit();
        List<Comparison> failed = clinic.comparisons().failed(exchange.cursor(), limit + 1);
        return Answer.ok(Page.of(
                failed,
                limit,
                Comparison::id,
                c -> new FailedComparison(c.id(), c.patientId(), c.failure(), c.createdAt(), c.finishedAt())));
    }

    private Retention retention() {
        Period period = settings.retention();
        return new Retention(
                period == null ? null : period.toString(), clinic.erasure().dueSoon(period));
    }
}
