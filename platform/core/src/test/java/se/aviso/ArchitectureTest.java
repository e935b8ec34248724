package se.aviso;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;

/** What holds for every rule of the trade. */
@AnalyzeClasses(packages = "se.aviso", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule the_core_is_plain_java = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta..", "javax.sql..", "java.sql..", "org.eclipse..", "com.fasterxml..")
            .because("rules are tested in milliseconds, without a server");

    @ArchTest
    static final ArchRule slices_do_not_form_cycles = slices().matching("se.aviso.(*)..")
            .should()
            .beFreeOfCycles()
            .because("a slice is read without reading all others");

    @ArchTest
    static final ArchRule the_core_is_told_the_time = noClasses()
            .should()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(Clock.class, "systemDefaultZone")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .because("a rule that reads the clock fails on New Year's Eve and nobody can repeat it");

    @ArchTest
    static final ArchRule nothing_has_setters = methods()
            .that()
            .arePublic()
            .should()
            .haveNameNotMatching("set[A-Z].*")
            .because("a value that exists is valid and stays so")
            .allowEmptyShould(true);
}
