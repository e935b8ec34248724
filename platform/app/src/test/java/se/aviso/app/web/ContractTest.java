package se.aviso.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.aviso.access.Role;
import se.aviso.accounting.AccountRole;
import se.aviso.accounting.EntryKind;
import se.aviso.app.dispatch.DispatchDocument;
import se.aviso.app.dispatch.DispatchesResource;
import se.aviso.app.identity.TaskFailure;
import se.aviso.app.identity.TaskState;
import se.aviso.app.invoice.Foreseen.Verdict;
import se.aviso.app.payment.BankFileState;
import se.aviso.app.run.RecipientState;
import se.aviso.app.run.RunKind;
import se.aviso.app.run.RunPhase;
import se.aviso.app.run.RunState;
import se.aviso.app.security.MeResource;
import se.aviso.audit.Act;
import se.aviso.audit.Field;
import se.aviso.audit.SubjectKind;
import se.aviso.automation.DailyMode;
import se.aviso.automation.DailyWork;
import se.aviso.dispatch.Channel;
import se.aviso.dispatch.DispatchState;
import se.aviso.group.GroupKind;
import se.aviso.invoice.InvoiceKind;
import se.aviso.invoice.Occasion;
import se.aviso.invoice.Settlement;
import se.aviso.kernel.VatRate;
import se.aviso.link.InvoiceLinkPurpose;
import se.aviso.member.MembershipStatus;
import se.aviso.member.PeriodState;
import se.aviso.payment.SuspenseReason;
import se.aviso.tenant.Edition;
import se.aviso.wording.PaperKind;
import se.aviso.wording.PaperLanguage;

/** The contract names what the product answers, and nothing else. */
class ContractTest {
    private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");

    private final Contract file = Contract.load();
    private final Map<?, ?> contract = file.whole();

    @Test
    void theContractAndTheResourcesHaveTheSamePathsAndMethods() {
        assertThat(file.operations()).hasSizeGreaterThan(30).isEqualTo(answered());
    }

    @Test
    void noTwoOperationsHaveTheSameId() {
        assertThat(operations())
                .extracting(operation -> operation.get("operationId"))
                .doesNotHaveDuplicates();
    }

    @Test
    void anOperationTakesTheQueryParametersOfItsOwnAndThoseOfAllLists() throws NoSuchMethodException {
        assertThat(file.parameters(MeResource.class.getMethod("me"))).isEmpty();
        assertThat(file.parameters(DispatchesResource.class.getMethod("list")))
                .containsExactlyInAnyOrder("state", "channel", "document", "run", "before", "limit", "cursor");
    }

    static List<Class<? extends Enum<?>>> enums() {
        return List.of(
                AccountRole.class,
                Act.class,
                BankFileState.class,
                Channel.class,
                DailyMode.class,
                DailyWork.class,
                DispatchDocument.class,
                DispatchState.class,
                Edition.class,
                EntryKind.class,
                Field.class,
                GroupKind.class,
                InvoiceKind.class,
                InvoiceLinkPurpose.class,
                MembershipStatus.class,
                Occasion.class,
                PaperKind.class,
                PaperLanguage.class,
                PeriodState.class,
                Role.class,
                RecipientState.class,
                RunKind.class,
                RunPhase.class,
                RunState.class,
                SubjectKind.class,
                SuspenseReason.class,
                TaskFailure.class,
                TaskState.class,
                VatRate.class,
                Verdict.class);
    }

    @ParameterizedTest
    @MethodSource("enums")
    void anEnumOfTheContractHasTheConstantsOfTheProduct(Class<? extends Enum<?>> type) {
        assertThat(constants(type.getSimpleName())).containsExactlyInAnyOrderElementsOf(names(type));
    }

    @Test
    void theSettlementStatusHasTheConstantsOfTheProduct() {
        assertThat(constants("SettlementStatus")).containsExactlyInAnyOrderElementsOf(names(Settlement.Status.class));
    }

    private List<String> constants(String schema) {
        var named = inner(inner(inner(contract, "components"), "schemas"), schema);
        var found = (List<?>) Objects.requireNonNull(named.get("enum"), schema);
        return found.stream().map(String::valueOf).toList();
    }

    private static List<String> names(Class<? extends Enum<?>> type) {
        return Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
    }

    private List<Map<?, ?>> operations() {
        return inner(contract, "paths").values().stream()
                .flatMap(item ->
                        ((Map<?, ?>) item).entrySet().stream().filter(entry -> METHODS.contains(entry.getKey())))
                .<Map<?, ?>>map(entry -> (Map<?, ?>) entry.getValue())
                .toList();
    }

    private static Set<String> answered() {
        var found = new TreeSet<String>();
        new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("se.aviso.app").stream()
                        .filter(type -> type.isAnnotatedWith(Path.class))
                        .forEach(type -> Arrays.stream(type.reflect().getDeclaredMethods())
                                .flatMap(Contract::operations)
                                .forEach(found::add));
        return found;
    }

    private static Map<?, ?> inner(Map<?, ?> map, String key) {
        return (Map<?, ?>) Objects.requireNonNull(map.get(key), key);
    }
}
