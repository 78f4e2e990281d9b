package rhytid.web.pages.administration;

import java.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rhytid.account.Action;
import rhytid.account.Target;
import rhytid.clinic.Comparison;
import rhytid.clinic.Comparisons;
import rhytid.clinic.Holdings;
import rhytid.web.Answer;
import rhytid.web.Clinic;
import rhytid.web.Endpoint;
import rhytid.web.Exchange;
import rhytid.web.WebSettings;
import rhytid.web.pages.frame.Views;

/** What the service holds, what waits in line, what will be erased. */
public final class ServicePages {

    private static final int MOST_FAILED = 50;

    /** 200 visits of eight photos, each with its pictures and those of its comparison. */
    private static final long LITTLE_ROOM = 20_000_000_000L;

    private final Clinic clinic;
    private final Views views;
    private final WebSettings settings;

    ServicePages(Clinic clinic, Views views, WebSettings settings) {
        this.clinic = clinic;
        this.views = views;
        this.settings = settings;
    }

    /**
     * The whole page.
     *
     * @param retention null where nothing is erased
     * @param due patients who will be erased within 90 days
     */
    public record State(
            Holdings.State storage, Line line, @Nullable Period retention, List<String> due) {

        /** True when a clinic's busy week of photos would no longer fit. */
        public boolean low() {
            Long free = storage.freeBytes();
            return free != null && free < LITTLE_ROOM;
        }
    }

    /** The line of comparisons, which the page asks for again and again. */
    public record Line(Comparisons.Line state, List<Comparison> failed) {}

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.page(Administration.SERVICE, this::show).is(Action.READ_SERVICE_STATE),
                Endpoint.page(Administration.SERVICE + "/line", this::showLine).is(Action.READ_SERVICE_STATE),
                Endpoint.form("/comparisons/{id}/retry", this::retry).is(Action.START_COMPARISON));
    }

    private Answer show(Exchange exchange) {
        exchange.pass(Action.READ_SERVICE_STATE, Target.NOTHING);
        Period retention = settings.retention();
        return views.page(
                exchange,
                "administration/service.jte",
                new State(
                        clinic.holdings().state(),
                        line(),
                        retention,
                        clinic.erasure().dueSoon(retention)));
    }

    private Answer showLine(Exchange exchange) {
        exchange.passAgain(Action.READ_SERVICE_STATE, Target.NOTHING);
        return views.page(exchange, "administration/line.jte", line());
    }

    private Answer retry(Exchange exchange) {
        Comparison comparison = clinic.comparisons().get(exchange.path("id"));
        exchange.pass(Action.START_COMPARISON, Target.of("comparison", comparison.id(), comparison.patientId()));
        clinic.comparisons().retry(comparison.id());
        return views.done(exchange, Administration.SERVICE, "administration.flash.retried");
    }

    private Line line() {
        return new Line(clinic.comparisons().line(), clinic.comparisons().failed(null, MOST_FAILED));
    }
}
