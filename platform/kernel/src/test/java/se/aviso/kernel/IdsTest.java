package se.aviso.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class IdsTest {
    private static final String TEXT = "018f0000-0000-7000-8000-000000000001";
    private static final UUID VALUE = UUID.fromString(TEXT);

    static Stream<Kind> kinds() {
        return Stream.of(
                new Kind(TenantId::parse, new TenantId(VALUE)),
                new Kind(GroupId::parse, new GroupId(VALUE)),
                new Kind(MemberId::parse, new MemberId(VALUE)),
                new Kind(MembershipId::parse, new MembershipId(VALUE)),
                new Kind(MembershipTypeId::parse, new MembershipTypeId(VALUE)),
                new Kind(PeriodId::parse, new PeriodId(VALUE)),
                new Kind(InvoiceId::parse, new InvoiceId(VALUE)),
                new Kind(PaymentId::parse, new PaymentId(VALUE)),
                new Kind(RunId::parse, new RunId(VALUE)),
                new Kind(ProductId::parse, new ProductId(VALUE)));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void anIdIsReadFromItsTextAndWrittenAsIt(Kind kind) {
        assertThat(kind.parse().apply(TEXT)).isEqualTo(kind.id()).hasToString(TEXT);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void whatIsNoUuidIsNoId(Kind kind) {
        assertThatIllegalArgumentException().isThrownBy(() -> kind.parse().apply("1230"));
    }

    /** A kind of id by its reader, and the id that the reader should come to. */
    record Kind(Function<String, Object> parse, Object id) {}
}
