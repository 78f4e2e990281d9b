package rhytid.web.pages.administration;

import java.util.ArrayList;
import java.util.List;
import rhytid.web.Clinic;
import rhytid.web.Endpoint;
import rhytid.web.WebSettings;
import rhytid.web.pages.frame.Views;

/** All of the administrator's pages, behind one place in the navigation. */
public final class Administration {

    static final String PEOPLE = "/administration/people";
    static final String SERVICE = "/administration/service";
    static final String AUDIT = "/administration/audit";

    private final PeoplePages people;
    private final ServicePages service;
    private final AuditPages audit;

    public Administration(Clinic clinic, Views views, WebSettings settings) {
        people = new PeoplePages(clinic, views, settings);
        service = new ServicePages(clinic, views, settings);
        audit = new AuditPages(clinic, views);
    }

    public List<Endpoint> endpoints() {
        List<Endpoint> all = new ArrayList<>();
        all.addAll(people.endpoints());
        all.addAll(service.endpoints());
        all.addAll(audit.endpoints());
        return all;
    }
}
