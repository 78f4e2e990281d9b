package rhytid.web;

/** How a fault is shown to a person. */
public interface FaultPage {

    Answer of(Exchange exchange, Problem problem, String requestId);
}
