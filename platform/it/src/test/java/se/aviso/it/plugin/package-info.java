/**
 * Two small plugins as somebody outside would write them: {@link se.aviso.it.TestPlugins} packs them into a jar, and
 * the product that the tests start loads it. They see the plugin API and nothing else.
 */
package se.aviso.it.plugin;
