package rhytid.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import rhytid.account.Action;
import rhytid.account.Target;
import rhytid.clinic.Consent;

/** What patients agree to. */
final class ConsentRoutes {

    private final Clinic clinic;

    ConsentRoutes(Clinic clinic) {
        this.clinic = clinic;
    }

    record ConsentWord(@Nullable String purpose, @Nullable Boolean granted) {}

    record ConsentState(String patientId, List<Consent> items) {}

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.get("/patients/{id}/consent", "The latest word on each purpose", this::read)
                        .is(Action.READ_CONSENT)
                        .gives(ConsentState.class),
                Endpoint.put("/patients/{id}/consent", "Give or withdraw consent; withdrawal ends shares", this::set)
                        .is(Action.SET_CONSENT)
                        .takes(new ConsentWord("sharing", true))
                        .gives(ConsentState.class));
    }

    private Answer read(Exchange exchange) {
        String patient = patient(exchange, Action.READ_CONSENT);
        return Answer.ok(new ConsentState(patient, clinic.consents().current(patient)));
    }

    private Answer set(Exchange exchange) {
        String patient = patient(exchange, Action.SET_CONSENT);
        ConsentWord word = exchange.body(ConsentWord.class);
        boolean granted = Exchange.required(word.granted(), "granted");
        List<Consent> now = clinic.consents()
                .set(patient, word.purpose(), granted, exchange.caller().id());
        return Answer.ok(new ConsentState(patient, now));
    }

    private String patient(Exchange exchange, Action action) {
        String id = clinic.patients().get(exchange.path("id")).id();
        exchange.pass(action, Target.patient(id));
        return id;
    }
}
