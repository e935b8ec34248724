package se.aviso.group;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GroupKindTest {
    @ParameterizedTest
    @CsvSource(textBlock = """
            FEDERATION,           , true
            FEDERATION, FEDERATION, false
            FEDERATION, DISTRICT  , false
            DISTRICT  ,           , false
            DISTRICT  , FEDERATION, true
            DISTRICT  , DISTRICT  , false
            DISTRICT  , LOCAL     , false
            LOCAL     ,           , false
            LOCAL     , FEDERATION, true
            LOCAL     , DISTRICT  , true
            LOCAL     , LOCAL     , false
            """)
    void theTreeIsFederationThenDistrictThenLocalGroup(GroupKind kind, @Nullable GroupKind parent, boolean may) {
        assertThat(kind.mayStandUnder(Optional.ofNullable(parent))).isEqualTo(may);
    }
}
