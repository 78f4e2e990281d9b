package rhytid.web;

import java.time.Clock;
import rhytid.account.Accounts;
import rhytid.account.AuditLog;
import rhytid.account.Notices;
import rhytid.account.OneTimeLinks;
import rhytid.account.SecondFactors;
import rhytid.account.Sessions;
import rhytid.account.SignIn;
import rhytid.clinic.Comparisons;
import rhytid.clinic.Consents;
import rhytid.clinic.Erasure;
import rhytid.clinic.Export;
import rhytid.clinic.Holdings;
import rhytid.clinic.Invitations;
import rhytid.clinic.Patients;
import rhytid.clinic.Photos;
import rhytid.clinic.Shares;
import rhytid.clinic.Treatments;
import rhytid.clinic.Visits;
import rhytid.clinic.WorkList;
import rhytid.database.Ids;

/** The features that the routes offer. */
public record Clinic(
        Accounts accounts,
        Sessions sessions,
        SignIn signIn,
        SecondFactors secondFactors,
        Notices notices,
        OneTimeLinks links,
        AuditLog audit,
        Patients patients,
        Treatments treatments,
        Visits visits,
        Photos photos,
        Invitations invitations,
        Comparisons comparisons,
        WorkList workList,
        Shares shares,
        Consents consents,
        Erasure erasure,
        Export export,
        Holdings holdings,
        Ids ids,
        Clock clock) {}
