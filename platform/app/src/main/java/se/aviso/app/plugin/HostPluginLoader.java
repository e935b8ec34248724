package se.aviso.app.plugin;

import java.nio.file.Path;
import org.pf4j.JarPluginLoader;
import org.pf4j.PluginClassLoader;
import org.pf4j.PluginDescriptor;
import org.pf4j.PluginManager;
import se.aviso.plugin.PluginContents;

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

    /** Asks the host for what is always the host's. */
    private static final class Shared extends PluginClassLoader {
        Shared(PluginManager manager, PluginDescriptor descriptor, ClassLoader parent) {
            super(manager, descriptor, parent);
        }

        @Override
        protected boolean shouldDelegateToParent(String className) {
            return PluginContents.isAlwaysTheHosts(className) || super.shouldDelegateToParent(className);
        }
    }
}
