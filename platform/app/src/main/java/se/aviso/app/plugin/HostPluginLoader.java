package se.aviso.app.plugin;

import java.nio.file.Path;
import org.pf4j.JarPluginLoader;
import org.pf4j.PluginClassLoader;
import org.pf4j.PluginDescriptor;
import org.pf4j.PluginManager;

/** Loads a plugin's own classes first, but never a second copy of what host and plugin must share. */
class HostPluginLoader extends JarPluginLoader {
    HostPluginLoader(PluginManager manager) {
        super(manager);
    }

    @Override
    public ClassLoader loadPlugin(Path jar, PluginDescriptor descriptor) {
        var loader = new Shared(pluginManager, descriptor, PluginHost.class.getClassLoader());
        loader.addFile(jar.toFile());
        return loader;
    }

    /** Asks the host for {@code se.aviso.spi} and {@code se.aviso.kernel}. */
    private static final class Shared extends PluginClassLoader {
        Shared(PluginManager manager, PluginDescriptor descriptor, ClassLoader parent) {
            super(manager, descriptor, parent);
        }

        @Override
        protected boolean shouldDelegateToParent(String className) {
            return className.startsWith("se.aviso.spi.")
                    || className.startsWith("se.aviso.kernel.")
                    || super.shouldDelegateToParent(className);
        }
    }
}
