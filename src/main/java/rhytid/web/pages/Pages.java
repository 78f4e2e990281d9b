package rhytid.web.pages;

import java.util.ArrayList;
import java.util.List;
import rhytid.account.Action;
import rhytid.web.Clinic;
import rhytid.web.Endpoint;
import rhytid.web.Site;
import rhytid.web.WebSettings;
import rhytid.web.pages.administration.Administration;
import rhytid.web.pages.frame.FaultPages;
import rhytid.web.pages.frame.Navigation.Entry;
import rhytid.web.pages.frame.Views;
import rhytid.web.pages.gallery.GalleryPages;
import rhytid.web.pages.people.AccountPages;
import rhytid.web.pages.people.PasswordPages;
import rhytid.web.pages.people.SecondFactorPages;
import rhytid.web.pages.people.SignInPages;
import rhytid.web.pages.review.ComparisonPages;
import rhytid.web.pages.review.TimelinePages;
import rhytid.web.pages.review.WorkListPages;
import rhytid.web.pages.upload.InvitationPages;
import rhytid.web.pages.upload.NewVisitPages;
import rhytid.web.pages.upload.OwnVisitPages;
import rhytid.web.pages.upload.PatientPages;
import rhytid.web.pages.upload.TreatmentPages;
import rhytid.web.pages.upload.VisitPages;

/** The whole site. Whoever adds a feature adds its routes here, and its place in the navigation. */
public final class Pages {

    /** In their order; the first that somebody may open is where they start. */
    private static final List<Entry> NAVIGATION = List.of(
            Entry.forStaff("/work", "review.nav.work", Action.READ_WORK_LIST),
            Entry.forStaff("/patients", "upload.nav.patients", Action.LIST_PATIENTS),
            Entry.forStaff("/administration", "administration.nav", Action.MANAGE_USERS),
            Entry.forPatients("/gallery", "gallery.nav.gallery", Action.READ_GALLERY),
            Entry.forPatients("/my/visits", "upload.nav.own", Action.READ_VISITS),
            Entry.forPatients("/consent", "gallery.nav.consent", Action.READ_CONSENT),
            Entry.forPatients("/seen", "gallery.nav.seen", Action.READ_SIGHTINGS));

    private Pages() {}

    public static Site of(Clinic clinic, WebSettings settings) {
        Views views = new Views(NAVIGATION, clinic.clock());
        List<Endpoint> all = new ArrayList<>(views.endpoints());
        all.addAll(new SignInPages(clinic, views).endpoints());
        all.addAll(new PasswordPages(clinic, views).endpoints());
        all.addAll(new AccountPages(clinic, views).endpoints());
        all.addAll(new SecondFactorPages(clinic, views).endpoints());
        all.addAll(new WorkListPages(clinic, views).endpoints());
        all.addAll(new ComparisonPages(clinic, views).endpoints());
        all.addAll(new TimelinePages(clinic, views).endpoints());
        all.addAll(new GalleryPages(clinic, views).endpoints());
        all.addAll(new Administration(clinic, views, settings).endpoints());
        all.addAll(new PatientPages(clinic, views).endpoints());
        all.addAll(new TreatmentPages(clinic, views).endpoints());
        all.addAll(new NewVisitPages(clinic, views).endpoints());
        all.addAll(new OwnVisitPages(clinic, views).endpoints());
        all.addAll(new VisitPages(clinic, views).endpoints());
        all.addAll(new InvitationPages(clinic, settings.publicUrl(), views).endpoints());
        return new Site(all, new FaultPages(views));
    }
}
