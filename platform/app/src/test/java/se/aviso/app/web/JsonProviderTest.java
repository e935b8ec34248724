package se.aviso.app.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.aviso.kernel.MemberId;
import se.aviso.kernel.RuleViolation.Fault;

@NullMarked
class JsonProviderTest {
    record Line(String text, int count) {}

    record Body(
            LocalDate day,
            MemberId member,
            List<Line> lines,
            Optional<String> note,
            @Nullable String remark) {}

    record Written(LocalDate day, Instant at, MemberId member, Optional<String> note) {}

    private static final String GOOD = """
            {"day":"2027-01-31","member":"0190a1b2-0000-7000-8000-000000000001","lines":[{"text":"a","count":1}]}""";

    @Test
    void aBodyIsReadAsItsRecord() throws IOException {
        var member = new MemberId(UUID.fromString("0190a1b2-0000-7000-8000-000000000001"));
        assertThat(read(GOOD))
                .isEqualTo(
                        new Body(LocalDate.of(2027, 1, 31), member, List.of(new Line("a", 1)), Optional.empty(), null));
    }

    @ParameterizedTest
    @CsvSource({"40, false", "60, true", "100000, true"})
    void whatIsNestedWithoutEndIsRefused(int depth, boolean refused) {
        var nested = "[".repeat(depth) + "]".repeat(depth);
        var thrown = catchThrowable(() -> Json.mapper().readTree(nested));
        assertThat(thrown instanceof StreamConstraintsException).isEqualTo(refused);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "count":1        | "count":"one"     | /lines/0/count | field-invalid
            "count":1        | "count":1.5       | /lines/0/count | field-invalid
            "text":"a"       | "texts":"a"       | /lines/0/texts | field-unknown
            "text":"a"       | "text":7          | /lines/0/text  | field-invalid
            2027-01-31       | 2027-02-30        | /day           | field-invalid
            "day":           | "tag":            | /tag           | field-unknown
            "text":"a"       | "text":null       | /lines/0/text  | field-required
            "day":"2027-01-31",| ``              | /day           | field-required
            """)
    void aFaultNamesItsPlace(String part, String instead, String pointer, String code) {
        var problem = refused(GOOD.replace(part, instead));
        assertThat(problem.status()).isEqualTo(400);
        assertThat(problem.faults())
                .extracting(Fault::pointer, Fault::code)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(pointer, code));
    }

    @Test
    void allThatIsMissingIsNamedAtOnce() {
        assertThat(refused("{}").faults()).extracting(Fault::pointer).containsExactly("/day", "/member", "/lines");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {         | json-malformed
            {} {}     | json-malformed
            null      | body-missing
            ``        | body-missing
            """)
    void whatIsNoJsonIsRefused(String body, String code) {
        assertThat(refused(body).code()).isEqualTo(code);
    }

    @Test
    void daysAndInstantsAreWrittenInIsoFormAndAbsenceIsLeftOut() {
        var member = new MemberId(UUID.fromString("0190a1b2-0000-7000-8000-000000000001"));
        assertThat(Json.write(new Written(
                        LocalDate.of(2027, 1, 31), Instant.parse("2027-01-31T10:00:00Z"), member, Optional.empty())))
                .isEqualTo("{\"day\":\"2027-01-31\",\"at\":\"2027-01-31T10:00:00Z\","
                        + "\"member\":\"0190a1b2-0000-7000-8000-000000000001\"}");
    }

    private static HttpProblem refused(String json) {
        return catchThrowableOfType(HttpProblem.class, () -> read(json));
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Object read(String json) throws IOException {
        var bytes = new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8));
        return new JsonProvider()
                .readFrom(
                        (Class) Body.class,
                        Body.class,
                        new Annotation[0],
                        MediaType.APPLICATION_JSON_TYPE,
                        new jakarta.ws.rs.core.MultivaluedHashMap<>(),
                        bytes);
    }
}
