package se.aviso.app.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.aviso.kernel.RuleViolation;
import se.aviso.kernel.RuleViolation.Fault;

class AddresseeTest {
    private static final String EMAIL = "ada@demo.example";

    @ParameterizedTest
    @ValueSource(strings = {"Ada Åström", "Anne-Marie O'Hara", "Jean, d.y.", "Zoë 2", "李明", " Ada "})
    void namesAsPeopleHaveThemAreTaken(String name) {
        assertThat(Addressee.written("", name, EMAIL).name()).isEqualTo(name.strip());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<", ">", "&", "\"", "$", "%", "!", "#", "?", "§", ";", ":", "*", "~", "/", "\\", "|", "^", "=", "[",
                "]", "{", "}", "(", ")"
            })
    void aSignThatLogInRefusesIsRefusedAtOnce(String sign) {
        assertThat(fault("Ada" + sign)).isEqualTo(new Fault("signs-in-name", "/admin/name", Map.of("signs", sign)));
    }

    @Test
    void allSuchSignsAreToldOnce() {
        assertThat(fault("<script></script>").facts()).containsEntry("signs", "< > /");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "Ada\u0000", "Ada\tB", "Ada\u2028B", "Ada\u0085B"})
    void aNameThatIsEmptyOrHasSignsThatNobodySeesIsNone(String name) {
        assertThat(fault(name).code()).isEqualTo("bad-name");
    }

    private static Fault fault(String name) {
        return catchThrowableOfType(RuleViolation.class, () -> Addressee.written("/admin", name, EMAIL))
                .faults()
                .get(0);
    }
}
