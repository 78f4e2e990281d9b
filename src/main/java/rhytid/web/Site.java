package rhytid.web;

import java.util.List;

/** The pages for people, given to the server from outside: the interface for programs does not know them. */
public record Site(List<Endpoint> endpoints, FaultPage faults) {

    public Site {
        endpoints = List.copyOf(endpoints);
    }
}
