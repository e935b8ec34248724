package se.aviso.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Stream;
import javax.sql.DataSource;
import se.aviso.app.audit.AuditTrail;
import se.aviso.app.security.Caller;
import se.aviso.app.security.Needs;
import se.aviso.app.security.PublicEndpoint;

/** What holds for everything that remembers. */
@AnalyzeClasses(packages = "se.aviso.app", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule slices_do_not_form_cycles = slices().matching("se.aviso.app.(*)..")
            .should()
            .beFreeOfCycles()
            .because("a slice is read without reading all others");

    @ArchTest
    static final ArchRule every_resource_method_says_what_it_needs = methods()
            .that(answerRequests())
            .should()
            .beAnnotatedWith(Needs.class)
            .orShould()
            .beAnnotatedWith(PublicEndpoint.class)
            .because("what nobody opened on purpose stays shut");

    @ArchTest
    static final ArchRule only_use_cases_are_transactional = noClasses()
            .that()
            .haveSimpleNameEndingWith("Resource")
            .or()
            .haveSimpleNameEndingWith("Store")
            .or()
            .haveSimpleNameEndingWith("Entity")
            .or()
            .haveSimpleNameEndingWith("View")
            .should()
            .beAnnotatedWith(Transactional.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Transactional.class)
            .because("a use case is one transaction, and its edges know of none");

    @ArchTest
    static final ArchRule entities_are_their_slices_secret = classes()
            .that()
            .areAnnotatedWith(Entity.class)
            .or()
            .areAnnotatedWith(Embeddable.class)
            .should()
            .bePackagePrivate()
            .because("others ask the use case, not its memory")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule edges_are_thin = noClasses()
            .that()
            .haveSimpleNameEndingWith("Resource")
            .or()
            .haveSimpleNameEndingWith("View")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(EntityManager.class)
            .orShould()
            .dependOnClassesThat(areEntities())
            .because("an edge translates; the use case works");

    @ArchTest
    static final ArchRule only_the_start_and_health_take_connections_of_their_own = noClasses()
            .that()
            .resideOutsideOfPackages("se.aviso.app.server..")
            .and()
            .doNotHaveSimpleName("Timetable")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(DataSource.class)
            .because("a second connection beside the entity manager's knows no tenant and starves the pool; the"
                    + " timetable's own table belongs to no tenant, and no transaction is open when it is read");

    @ArchTest
    static final ArchRule days_come_from_the_clock = noClasses()
            .should()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(Instant.class, "now")
            .because("the clock is injected, so that a test can turn it");

    /** These are parts of deeds that others take down, or the product's own keeping. */
    private static final String PARTS =
            "ForgiveCharges|RoundInvoices|CreateGroup|EndPeriods|SettleInvoices|UseCredit|IssueInvoices|IssueSketches|CreditInvoices|BillMemberships|BookPayments|BookShares"
                    + "|RehearsePayments|RemindInvoices|RecallReminders|ExecuteChunk|ForeseeChunk|RecallChunk|BeginDay|ReceiveSignUp|Vault|Outbox|Idempotency|UserDirectory"
                    + "|Recognition|InvoiceDocument|FormDirectory|IdentityOutbox|SessionEnds|MakeInvoiceLinks|OpenInvoice|NoteOpening"
                    + "|TellVouchers|KeptVouchers|KeptObjects|ExportTroubles|PurgeInvoiceLinks|AdvanceSimulation|ExamineBooks|AskForLogIn|LogInOutbox|LogInByLink|AddressNotices|KeepPickedFile|NoteLook"
                    + "|WatchBankSources|RehearseRules|Ways|FollowDispatches|HearNotices|HearCallBacks|Resting|KeptYears|KeepOffers"
                    + "|SendByChannel";

    @ArchTest
    static final ArchRule who_changes_something_answers_for_it = classes()
            .that()
            .areAnnotatedWith(Transactional.class)
            .and()
            .areTopLevelClasses()
            .and()
            .haveNameNotMatching(".*\\.((Find|Show|List|Count|Suggest)\\w+|" + PARTS + ")")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(AuditTrail.class)
            .because("what people do is taken down");

    /** They go on with what a use case that asked has begun, or with what the product does by itself. */
    private static final String BEHIND =
            "ForgiveCharges|RoundInvoices|ApplyPaymentRules|CreateGroup|EndPeriods|SettleInvoices|UseCredit|IssueInvoices|IssueSketches|CreditInvoices|BillMemberships|RehearsePayments|BookPayments|BookShares|FindQuestions|FindBilledPeriods"
                    + "|ReceiveBankFile|FindReceivers|KeepPickedFile|ListOwners|TellVouchers|KeptVouchers|KeptObjects|ExportTroubles|FindPluginChoices|NoteLook|WatchBankSources"
                    + "|Vault|Outbox|RemindInvoices|RecallReminders|ExecuteChunk|ForeseeChunk|RecallChunk|Idempotency|MoveBusinessDate"
                    + "|IdentityOutbox|MakeInvoiceLinks|PurgeInvoiceLinks|AdvanceSimulation|ExamineBooks|LogInOutbox|ShowProgress|AddressNotices"
                    + "|RehearseRules|Ways|FollowDispatches|HearNotices|HearCallBacks|Resting|KeptYears|KeepOffers";

    /** They serve those whom nobody knows yet, or nobody needs to. */
    private static final String BEFORE =
            "Recognition|UserDirectory|FormDirectory|ReceiveSignUp|ShowForm|JoinGroup|LoadTenant|SetUpPlugin|OpenInvoice"
                    + "|AskForLogIn|LogInByLink|ShowHouse|SessionEnds";

    /**
     * Who calls them says with a condition on the path where it may be done; so they serve those without a log-in too.
     */
    private static final String TOLD_WHERE = "ImportMembers|InvoiceDocument|ShowHome|CountWaiting";

    /** They tell operators alone, whose pages and resources need the one permission that stands on no group. */
    private static final String TO_OPERATORS = "FindBankSources|FindPickedFiles|FindPluginHealth";

    /** They tell what everybody of the tenant may know. */
    private static final String TO_ALL = "ShowTenant|ShowLogo|FindMembershipTypes|ShowRunSettings|ShowChannels";

    @ArchTest
    static final ArchRule a_use_case_asks_who_may = classes()
            .that()
            .areAnnotatedWith(Transactional.class)
            .and()
            .areTopLevelClasses()
            .and()
            .haveNameNotMatching(
                    ".*\\.(" + BEHIND + "|" + BEFORE + "|" + TOLD_WHERE + "|" + TO_ALL + "|" + TO_OPERATORS + ")")
            .should(askWhoMay())
            .because("a page or resource lets in who may do it somewhere; where is the use case's question");

    private static ArchCondition<JavaClass> askWhoMay() {
        return new ArchCondition<>("ask the caller for a permission, or work with something that does") {
            @Override
            public void check(JavaClass useCase, ConditionEvents events) {
                var asks = asks(useCase) || dependencies(useCase).anyMatch(ArchitectureTest::asks);
                events.add(new SimpleConditionEvent(useCase, asks, useCase.getName() + " asks nobody"));
            }
        };
    }

    private static boolean asks(JavaClass useCase) {
        return dependencies(useCase).anyMatch(other -> other.isEquivalentTo(Caller.class));
    }

    private static Stream<JavaClass> dependencies(JavaClass type) {
        return type.getDirectDependenciesFromSelf().stream().map(Dependency::getTargetClass);
    }

    private static DescribedPredicate<JavaMethod> answerRequests() {
        return DescribedPredicate.describe(
                "answer requests",
                method -> method.isAnnotatedWith(Path.class)
                        || method.getAnnotations().stream().anyMatch(ArchitectureTest::isHttpMethod));
    }

    private static boolean isHttpMethod(JavaAnnotation<?> annotation) {
        return annotation.getRawType().isAnnotatedWith(HttpMethod.class);
    }

    private static DescribedPredicate<JavaClass> areEntities() {
        return DescribedPredicate.describe("are entities", type -> type.isAnnotatedWith(Entity.class));
    }
}
