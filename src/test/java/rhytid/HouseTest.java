package rhytid;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Which package may use which. The picture of the house stands in src/site/house.md. */
@AnalyzeClasses(packages = "rhytid", importOptions = DoNotIncludeTests.class)
class HouseTest {

    private static final String OPENCV = "org.bytedeco..";

    @ArchTest
    static final ArchRule noCycles = slices().matching("rhytid.(*)..")
            .should()
            .beFreeOfCycles()
            .because("whoever reads one package must not have to read them all");

    @ArchTest
    static final ArchRule geometryKnowsTheJdkAlone =
            uses("geometry", "java..").because("points and transforms must stay testable without a picture");

    @ArchTest
    static final ArchRule photoKnowsNoFace = uses(
                    "photo", "java..", "javax.imageio..", OPENCV, "org.apache.commons.imaging..", "rhytid.geometry..")
            .because("a photo is read the same whatever it shows");

    @ArchTest
    static final ArchRule decoderKnowsNoClinic = uses(
                    "decoder", "java..", OPENCV, "org.slf4j..", "rhytid.fault..", "rhytid.photo..")
            .because("a decoder's process must have nothing of the service to give away");

    @ArchTest
    static final ArchRule faceKnowsNoMeasure = uses(
                    "face",
                    "java..",
                    OPENCV,
                    "tools.jackson..",
                    "com.fasterxml.jackson.annotation..",
                    "rhytid.geometry..",
                    "rhytid.photo..")
            .because("where a face is does not depend on what is measured on it");

    @ArchTest
    static final ArchRule measureKnowsNoPixels = uses("measure", "java..", "rhytid.geometry..", "rhytid.face..")
            .because("numbers come from points, so that every one can be checked by hand");

    @ArchTest
    static final ArchRule pixelWorkKnowsNoComparison = uses(
                    "wrinkle", "java..", OPENCV, "rhytid.geometry..", "rhytid.photo..", "rhytid.face..")
            .because("lines are found in one photo's skin, whoever asks");

    @ArchTest
    static final ArchRule alignmentKnowsNoLines = uses(
                    "alignment", "java..", OPENCV, "rhytid.geometry..", "rhytid.photo..", "rhytid.face..")
            .because("an alignment that saw the lines could erase or invent one");

    @ArchTest
    static final ArchRule theLineKnowsNoServer = noClasses()
            .that()
            .resideInAnyPackage(
                    "rhytid.geometry..",
                    "rhytid.photo..",
                    "rhytid.decoder..",
                    "rhytid.face..",
                    "rhytid.quality..",
                    "rhytid.measure..",
                    "rhytid.wrinkle..",
                    "rhytid.alignment..",
                    "rhytid.comparison..",
                    "rhytid.report..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.javalin..", "java.sql..", "io.minio..", "picocli..", "java.net.http..", "rhytid.cli..")
            .because("the command line and the service share one line");

    @ArchTest
    static final ArchRule storageKnowsNoClinic = noClasses()
            .that()
            .resideInAPackage("rhytid.storage..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("rhytid.clinic..", "rhytid.account..", "rhytid.jobs..", "rhytid.web..", "java.sql..")
            .because("bytes are kept the same whosever they are");

    @ArchTest
    static final ArchRule httpStaysInWeb = noClasses()
            .that()
            .resideOutsideOfPackage("rhytid.web..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.javalin..", "jakarta.servlet..")
            .because("what the clinic does is the same without a server");

    @ArchTest
    static final ArchRule routesForProgramsKnowNoPages = noClasses()
            .that()
            .resideInAPackage("rhytid.web")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("rhytid.web.pages..")
            .because("the pages stand on the interface, and could be left out");

    @ArchTest
    static final ArchRule pagesKnowNoOtherFeaturesPages = slices().matching("rhytid.web.pages.(*)..")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(
                    com.tngtech.archunit.base.DescribedPredicate.alwaysTrue(),
                    com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage("rhytid.web.pages.frame.."))
            .because("a feature's pages are read by themselves; what two need belongs into the frame");

    @ArchTest
    static final ArchRule s3StaysInStorage = noClasses()
            .that()
            .resideOutsideOfPackage("rhytid.storage..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.minio..", "okhttp3..")
            .because("whoever keeps a photo need not know where");

    @ArchTest
    static final ArchRule nobodyImportsApp = noClasses()
            .that()
            .resideOutsideOfPackage("rhytid.app..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("rhytid.app..")
            .because("wiring is done from outside");

    private static com.tngtech.archunit.lang.syntax.elements.ClassesShouldConjunction uses(
            String name, String... allowed) {
        String[] all = java.util.Arrays.copyOf(allowed, allowed.length + 2);
        all[allowed.length] = "rhytid." + name + "..";
        all[allowed.length + 1] = "org.jspecify..";
        return classes()
                .that()
                .resideInAPackage("rhytid." + name + "..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(all);
    }
}
