package se.aviso.app.plugin;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.util.List;
import java.util.function.Supplier;
import se.aviso.app.server.DatabaseReady;
import se.aviso.app.server.PluginConfig;

/** The plugins of this installation. */
@ApplicationScoped
public class PluginHost {
    @Inject
    PluginConfig config;

    private volatile PluginShelf shelf = PluginShelf.empty();

    /** Loads and starts what is let in, before any work begins that may ask for it. */
    void start(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) DatabaseReady event) {
        shelf = PluginShelf.open(config.dir(), config.allowList());
    }

    /** The extensions of a kind, of all started plugins. */
    public <T> List<T> extensions(Class<T> kind) {
        return shelf.extensions(kind);
    }

    /** All jars of the folder, and what became of each. */
    public List<PluginStatus> plugins() {
        return shelf.statuses();
    }

    /** Calls into a plugin with the plugin's class loader as the thread's, as libraries in plugins expect it. */
    public static <T> T calling(Object extension, Supplier<T> call) {
        var thread = Thread.currentThread();
        var former = thread.getContextClassLoader();
        thread.setContextClassLoader(extension.getClass().getClassLoader());
        try {
            return call.get();
        } finally {
            thread.setContextClassLoader(former);
        }
    }

    @PreDestroy
    void stop() {
        shelf.close();
    }
}
