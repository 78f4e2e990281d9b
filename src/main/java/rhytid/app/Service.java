package rhytid.app;

import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rhytid.account.Accounts;
import rhytid.account.AuditLog;
import rhytid.account.NewAccount;
import rhytid.account.Notices;
import rhytid.account.OneTimeLinks;
import rhytid.account.PasswordRules;
import rhytid.account.Role;
import rhytid.account.SecondFactors;
import rhytid.account.SecretBox;
import rhytid.account.SessionLimits;
import rhytid.account.Sessions;
import rhytid.account.SignIn;
import rhytid.account.SignInThrottle;
import rhytid.cli.ServeCommand;
import rhytid.clinic.ComparisonProgress;
import rhytid.clinic.Comparisons;
import rhytid.clinic.Consents;
import rhytid.clinic.Erasure;
import rhytid.clinic.Export;
import rhytid.clinic.Holdings;
import rhytid.clinic.Invitations;
import rhytid.clinic.Patients;
import rhytid.clinic.PhotoIntake;
import rhytid.clinic.Photos;
import rhytid.clinic.Shares;
import rhytid.clinic.StoredObjects;
import rhytid.clinic.Treatments;
import rhytid.clinic.Visits;
import rhytid.clinic.WorkList;
import rhytid.database.Ids;
import rhytid.database.TimeOrderedIds;
import rhytid.database.Transactions;
import rhytid.jobs.ComparisonJobs;
import rhytid.web.AdminServer;
import rhytid.web.Clinic;
import rhytid.web.Health;
import rhytid.web.WebServer;
import rhytid.web.WebSettings;
import rhytid.web.pages.Pages;

/** One running node. */
public final class Service implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Service.class);
    private static final Duration REQUEST_TIME = Duration.ofSeconds(30);

    private final Backing backing;
    private final PhotoIntake intake;
    private final ComparisonJobs jobs;
    private final PrometheusMeterRegistry metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final AdminServer admin;
    private final WebServer web;

    private Service(ServeCommand options, String version, ServiceParts parts, Backing backing) throws IOException {
        this.backing = backing;
        intake = parts.intake();
        Clock clock = parts.clock();
        Ids ids = new TimeOrderedIds(clock, parts.random());
        Transactions transactions = backing.database().transactions();
        StoredObjects objects = new StoredObjects(transactions, backing.store(), ids, clock);
        jobs = new ComparisonJobs(parts.jobs(), clock);
        Notices notices = new Notices(transactions, ids, clock);
        Accounts accounts = new Accounts(transactions, ids, clock, new PasswordRules(), parts.passwords(), notices);
        SecretBox box = new SecretBox(SecretKey.of(options, parts.random()));
        SecondFactors factors = new SecondFactors(transactions, box, parts.passwords(), notices, clock, parts.random());
        Sessions sessions =
                new Sessions(transactions, SessionLimits.USUAL, options.requireSecondFactor, clock, parts.random());
        SignInThrottle throttle = new SignInThrottle(transactions, clock);
        AuditLog audit = new AuditLog(transactions, ids, clock);
        SignIn signIn = new SignIn(accounts, factors, sessions, throttle, audit, transactions, clock, parts.random());
        OneTimeLinks links = new OneTimeLinks(transactions, accounts, clock, parts.random());
        Patients patients = new Patients(transactions, ids, clock);
        Treatments treatments = new Treatments(transactions);
        Visits visits = new Visits(transactions, ids, clock);
        Photos photos = new Photos(transactions, objects, intake, ids, clock);
        Comparisons comparisons = new Comparisons(transactions, jobs, objects, ids, clock);
        Consents consents = new Consents(transactions, ids, clock);
        Erasure erasure = new Erasure(transactions, objects, clock);
        Holdings holdings = new Holdings(transactions, backing.store(), clock);
        Clinic clinic = new Clinic(
                accounts,
                sessions,
                signIn,
                factors,
                notices,
                links,
                audit,
                patients,
                treatments,
                visits,
                photos,
                new Invitations(transactions, ids, clock, parts.random()),
                comparisons,
                new WorkList(transactions, clock),
                new Shares(transactions, clock),
                consents,
                erasure,
                new Export(patients, treatments, visits, photos, comparisons, consents, audit),
                holdings,
                ids,
                clock);
        measure(comparisons);
        admin = AdminServer.start(options.metricsHost, options.metricsPort, metrics);
        Health health = new Health(backing.database()::reachable, backing.store()::reachable);
        WebSettings settings = webSettings(options);
        web = WebServer.start(
                clinic, transactions, box, health, metrics, settings, Pages.of(clinic, settings), version);
        if (options.forgetSecondFactor != null) {
            forget(accounts, factors, options.forgetSecondFactor);
        }
        firstAdministrator(accounts, links, options, transactions, web.port());
        jobs.start(
                backing.database().dataSource(),
                new ComparisonProgress(transactions, objects, clock),
                parts.work(),
                () -> {
                    objects.sweep();
                    sessions.forgetOld();
                    signIn.forgetOld();
                    throttle.forgetOld();
                    holdings.addUp();
                    WebServer.tidyUp(transactions, clock);
                    if (options.retention != null) {
                        erasure.eraseUntouchedFor(options.retention);
                    }
                });
    }

    /** Opens the stores, starts the workers, and listens. */
    public static Service start(ServeCommand options, String version, ServiceParts parts) throws IOException {
        Backing backing = Backing.open(options.service, parts.random());
        try {
            Service service = new Service(options, version, parts, backing);
            LOG.info("Listening on port {}; metrics on port {}.", service.port(), service.metricsPort());
            return service;
        } catch (IOException | RuntimeException e) {
            backing.close();
            throw e;
        }
    }

    public int port() {
        return web.port();
    }

    public int metricsPort() {
        return admin.port();
    }

    /** Lets requests and comparisons under way end, then closes everything. */
    @Override
    public void close() {
        closing("requests", web::close);
        closing("comparisons", jobs::close);
        closing("photos", intake::close);
        closing("metrics", admin::close);
        backing.close();
    }

    private static void closing(String what, Runnable close) {
        try {
            close.run();
        } catch (RuntimeException e) {
            LOG.warn("Stopping the {} failed", what, e);
        }
    }

    private static void forget(Accounts accounts, SecondFactors factors, String email) {
        accounts.byEmail(email).ifPresent(account -> factors.forget(account.id()));
        LOG.warn("Started with --forget-second-factor: take it out again, or each start takes the factor away.");
    }

    private void measure(Comparisons comparisons) {
        new JvmMemoryMetrics().bindTo(metrics);
        new ProcessorMetrics().bindTo(metrics);
        metrics.gauge("rhytid.comparisons.waiting", comparisons, Comparisons::waiting);
    }

    private static WebSettings webSettings(ServeCommand options) {
        String url = options.publicUrl == null ? "http://localhost:" + options.port : options.publicUrl;
        return new WebSettings(
                options.host,
                options.port,
                url.replaceFirst("/+$", ""),
                options.behindProxy,
                options.requestsPerMinute,
                REQUEST_TIME,
                options.retention);
    }

    /** On the first start alone; two nodes that start together make one administrator. */
    private static void firstAdministrator(
            Accounts accounts, OneTimeLinks links, ServeCommand options, Transactions transactions, int port) {
        Consumer<String> say = options::say;
        transactions.run(handle -> {
            handle.execute("select pg_advisory_xact_lock(hashtextextended('first administrator', 0))");
            if (!accounts.isEmpty()) {
                return;
            }
            if (options.adminEmail != null && options.adminPassword != null) {
                accounts.create(new NewAccount(options.adminEmail, null, Role.ADMIN, null, options.adminPassword));
                say.accept("made the administrator " + options.adminEmail);
            } else {
                String url = options.publicUrl == null ? "http://localhost:" + port : options.publicUrl;
                say.accept("make the first administrator with this single-use link:\n  " + url + "/setup#"
                        + links.forSetUp().token());
            }
        });
    }
}
