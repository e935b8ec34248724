package se.aviso.app.screen;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import se.aviso.access.Permission;
import se.aviso.app.security.Caller;
import se.aviso.app.web.HttpProblem;

/**
 * Lets those act who may do it somewhere, however they came to send the form; where exactly is the use case's question.
 */
@Interceptor
@ActNeeds(Permission.SELF_READ)
@Priority(Interceptor.Priority.APPLICATION)
public class ActGuard implements Serializable {
    private static final int FORBIDDEN = 403;

    /** Does it, or refuses. */
    @AroundInvoke
    @Nullable
    Object ask(InvocationContext act) throws Exception {
        var needs = act.getMethod().getAnnotation(ActNeeds.class);
        if (needs == null || !CDI.current().select(Caller.class).get().may(needs.value())) {
            throw new HttpProblem(FORBIDDEN, "forbidden");
        }
        return act.proceed();
    }
}
