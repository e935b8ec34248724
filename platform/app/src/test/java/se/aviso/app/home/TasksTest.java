package se.aviso.app.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.aviso.dispatch.DispatchState;

class TasksTest {
    @ParameterizedTest
    @CsvSource({"0,0,0,0,0,0", "7,0,0,0,0,1", "0,3,0,0,0,1", "0,0,1,0,0,1", "0,0,0,2,0,1", "0,0,0,0,3,1", "7,3,1,2,1,5"
    })
    void whatWaitsIsCountedByKind(long payments, long mailings, long files, long runs, long off, long kinds) {
        var tasks = new Tasks(
                new Tasks.Suspense(payments, List.of(), Optional.empty()),
                new Tasks.Undelivered(mailings, 0, 0),
                files,
                new Tasks.WaitingRuns(runs, 0),
                off,
                Optional.empty());
        assertThat(tasks.kinds()).isEqualTo(kinds);
    }

    @ParameterizedTest
    @CsvSource({"2,1,1,FAILED", "1,2,1,BOUNCED", "1,1,2,UNKNOWN", "1,1,1,FAILED", "0,1,1,BOUNCED"})
    void theListOfMailingsOpensAtTheEndThatMostHad(long failed, long bounced, long unknown, DispatchState state) {
        assertThat(new Tasks.Undelivered(failed, bounced, unknown).most()).isEqualTo(state);
    }
}
