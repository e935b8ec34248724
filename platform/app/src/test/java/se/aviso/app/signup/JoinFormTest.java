package se.aviso.app.signup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.aviso.dispatch.Channel;

/** What the public form makes of what is typed. */
class JoinFormTest {
    @ParameterizedTest
    @ValueSource(strings = {"2012-05-17", "20120517", "2012 05 17", "2012.05.17", "2012/05/17", " 2012-05-17 "})
    void aBirthdayIsReadAsPeopleWriteIt(String typed) {
        assertThat(born(typed).birthday()).contains(LocalDate.of(2012, 5, 17));
        assertThat(born(typed).unreadableBirthday()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'',birth-date-missing",
        "' ',birth-date-missing",
        "12-05-17,bad-birth-date",
        "20120517-1234,bad-birth-date",
        "i fjol,bad-birth-date",
        "2011-02-29,birth-date-unknown",
        "2012-13-01,birth-date-unknown"
    })
    void whatIsNoDaySaysInWhichWay(String typed, String fault) {
        assertThat(born(typed).birthday()).isEmpty();
        assertThat(born(typed).unreadableBirthday()).contains(fault);
    }

    @Test
    void whoSwishesHasTheInvoiceByMailToo() {
        var form = born("1990-05-17");
        form.setWay(JoinWay.SWISH);

        var signUp = form.signUp("sv", LocalDate.of(2026, 11, 1), LocalDate.EPOCH);

        assertThat(signUp.paymentOption()).contains(PaymentOption.SWISH);
        assertThat(signUp.channel()).contains(Channel.EMAIL);
    }

    private static JoinForm born(String typed) {
        var form = new JoinForm();
        form.setBorn(typed);
        return form;
    }
}
