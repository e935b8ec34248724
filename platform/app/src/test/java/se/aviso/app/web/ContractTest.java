package se.aviso.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;
import se.aviso.access.Role;
import se.aviso.app.dispatch.DispatchDocument;
import se.aviso.app.dispatch.DispatchState;
import se.aviso.app.identity.TaskFailure;
import se.aviso.app.identity.TaskState;
import se.aviso.app.invoice.Foreseen.Verdict;
import se.aviso.app.member.Channel;
import se.aviso.app.payment.BankFileState;
import se.aviso.app.run.RecipientState;
import se.aviso.app.run.RunKind;
import se.aviso.app.run.RunPhase;
import se.aviso.app.run.RunState;
import se.aviso.audit.Act;
import se.aviso.audit.Field;
import se.aviso.audit.SubjectKind;
import se.aviso.automation.DailyMode;
import se.aviso.automation.DailyWork;
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

/** The contract names what the product answers, and nothing else. */
class ContractTest {
    private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");
    private static final Pattern ACTIONS = Pattern.compile("\\{\\w+: *([a-z|]+)}");

    private final Map<?, ?> contract = contract();

    @Test
    void theContractAndTheResourcesHaveTheSamePathsAndMethods() {
        assertThat(promised()).hasSizeGreaterThan(30).isEqualTo(answered());
    }

    @Test
    void noTwoOperationsHaveTheSameId() {
        assertThat(operations())
                .extracting(operation -> operation.get("operationId"))
                .doesNotHaveDuplicates();
    }

    static List<Class<? extends Enum<?>>> enums() {
        return List.of(
                Act.class,
                BankFileState.class,
                Channel.class,
                DailyMode.class,
                DailyWork.class,
                DispatchDocument.class,
                DispatchState.class,
                Edition.class,
                Field.class,
                GroupKind.class,
                InvoiceKind.class,
                InvoiceLinkPurpose.class,
                MembershipStatus.class,
                Occasion.class,
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

    /** Paths with servers of their own are not the API's. */
    private Set<String> promised() {
        var found = new TreeSet<String>();
        inner(contract, "paths").forEach((path, item) -> {
            if (!((Map<?, ?>) item).containsKey("servers")) {
                ((Map<?, ?>) item)
                        .keySet().stream()
                                .filter(METHODS::contains)
                                .forEach(method ->
                                        found.add(String.valueOf(method).toUpperCase(Locale.ROOT) + " " + path));
            }
        });
        return found;
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
                                .forEach(method -> verb(method)
                                        .ifPresent(verb -> paths(type.reflect(), method)
                                                .forEach(path -> found.add(verb + " " + path)))));
        return found;
    }

    /** An action of several names stands for as many paths. */
    private static Stream<String> paths(Class<?> type, Method method) {
        var base = "/" + type.getAnnotation(Path.class).value();
        var own = Optional.ofNullable(method.getAnnotation(Path.class)).map(path -> "/" + path.value());
        var template = base + own.orElse("");
        var actions = ACTIONS.matcher(template);
        return actions.find()
                ? Arrays.stream(actions.group(1).split("\\|")).map(actions::replaceFirst)
                : Stream.of(template);
    }

    private static Optional<String> verb(Method method) {
        return Arrays.stream(method.getAnnotations())
                .flatMap(each -> Optional.ofNullable(each.annotationType().getAnnotation(HttpMethod.class)).stream())
                .map(HttpMethod::value)
                .findFirst();
    }

    private static Map<?, ?> inner(Map<?, ?> map, String key) {
        return (Map<?, ?>) Objects.requireNonNull(map.get(key), key);
    }

    private static Map<?, ?> contract() {
        try (var reader = Files.newBufferedReader(java.nio.file.Path.of("../docs/openapi.yaml"))) {
            return new Yaml().load(reader);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
