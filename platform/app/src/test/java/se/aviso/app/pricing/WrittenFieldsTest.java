package se.aviso.app.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.aviso.kernel.RuleViolation;

class WrittenFieldsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            450         | 450
            450,50      | 450.50
            1 250,00 kr | 1250.00
            1 250.5     | 1250.5
            """)
    void anAmountIsReadAsPeopleWriteIt(String written, String amount) {
        assertThat(with("", "amount", written).price("", "groupId").amount()).isEqualTo(amount);
    }

    @Test
    void aPriceIsReadWithItsGroup() {
        var group = new UUID(0, 7);
        var price = with("", "groupId", group.toString()).price("", "groupId");
        assertThat(price.from()).isEqualTo(LocalDate.of(2027, 7, 1));
        assertThat(price.maxAge()).isEqualTo(25);
        assertThat(price.groupId()).contains(group);
        assertThat(with("", "groupId", "").price("", "groupId").groupId()).isEmpty();
        assertThat(with("", "groupId", null).price("", "groupId").groupId()).isEmpty();
    }

    @Test
    void whatIsNoNumberOrDayIsNamedAtItsField() {
        var written = with("prices-0-", "minAge", "noll");
        written.put("prices-0-from", "i morgon");
        assertThatThrownBy(() -> written.price("prices-0-", ""))
                .isInstanceOfSatisfying(
                        RuleViolation.class,
                        refused -> assertThat(refused.faults())
                                .extracting(RuleViolation.Fault::pointer)
                                .containsExactly("/prices/0/from", "/prices/0/minAge"));
    }

    private static WrittenFields with(String prefix, String field, @Nullable String text) {
        var written = new WrittenFields();
        written.put(prefix + "from", "2027-07-01");
        written.put(prefix + "minAge", "0");
        written.put(prefix + "maxAge", "25");
        written.put(prefix + "amount", "300");
        written.put(prefix + field, text);
        return written;
    }
}
