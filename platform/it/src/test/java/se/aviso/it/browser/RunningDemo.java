package se.aviso.it.browser;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Starts the demo once, at the first test that wants it, and ends it behind the last. */
final class RunningDemo implements AfterAllCallback, ParameterResolver {
    private record Running(Demo demo) implements CloseableResource {
        @Override
        public void close() {
            demo.close();
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        demo(context).books().requireClean();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Demo.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return demo(context);
    }

    private static Demo demo(ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(RunningDemo.class))
                .getOrComputeIfAbsent(Demo.class, key -> new Running(Demo.open()), Running.class)
                .demo();
    }
}
