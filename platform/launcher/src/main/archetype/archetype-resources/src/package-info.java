/** The books in a form of our own. */
@org.jspecify.annotations.NullMarked
package ${package};
