/**
 * Small plugins as somebody outside would write them, a hostile one among them: {@link se.aviso.it.TestPlugins} packs
 * them into jars, and the product that the tests start loads them. They see the plugin API and nothing else.
 */
package se.aviso.it.plugin;
