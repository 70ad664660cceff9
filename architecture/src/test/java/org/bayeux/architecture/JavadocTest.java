package org.bayeux.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Rules that need the syntax tree: what others may use says what it means, and nothing is synchronized. */
class JavadocTest {
    /** Packages that users or authors of adapters program against; elsewhere only the types need words. */
    private static final Pattern PUBLISHED =
            Pattern.compile("org\\.bayeux\\.(api|annotation|cdi|testkit)(\\..*)?|org\\.bayeux\\.server"
                    + "(\\.(ext|authorizer|filter|spi))?");

    @Test
    void everyPublicTypeAndPublishedMethodSaysWhatItMeans() throws IOException {
        List<String> silent = new ArrayList<>();

        eachMainSource((unit, docs) -> new SilenceFinder(unit, docs, silent).scan(unit, null));

        assertThat(silent).isEmpty();
    }

    @Test
    void noBlockIsSynchronized() throws IOException {
        List<String> synchronizing = new ArrayList<>();

        eachMainSource((unit, docs) -> new TreePathScanner<@Nullable Void, @Nullable Void>() {
            @Override
            public @Nullable Void visitSynchronized(SynchronizedTree tree, @Nullable Void nothing) {
                synchronizing.add(unit.getSourceFile().getName());
                return super.visitSynchronized(tree, nothing);
            }
        }.scan(unit, null));

        assertThat(synchronizing).isEmpty();
    }

    private static void eachMainSource(Visitor visitor) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            var sources = files.getJavaFileObjectsFromPaths(Workspace.mainSources());
            JavacTask task = (JavacTask) compiler.getTask(null, files, null, List.of("-proc:none"), null, sources);
            DocTrees docs = DocTrees.instance(task);
            for (CompilationUnitTree unit : task.parse()) {
                visitor.visit(unit, docs);
            }
        }
    }

    private interface Visitor {
        void visit(CompilationUnitTree unit, DocTrees docs);
    }

    /** Collects what is visible from other packages, including members of visible types, and has no Javadoc. */
    private static final class SilenceFinder extends TreePathScanner<@Nullable Void, @Nullable Void> {
        private final DocTrees docs;
        private final List<String> silent;
        private final String packageName;
        private final boolean published;

        SilenceFinder(CompilationUnitTree unit, DocTrees docs, List<String> silent) {
            this.docs = docs;
            this.silent = silent;
            this.packageName = String.valueOf(unit.getPackageName());
            this.published = PUBLISHED.matcher(packageName).matches();
        }

        @Override
        public @Nullable Void visitClass(ClassTree type, @Nullable Void nothing) {
            if (!isVisible(type.getModifiers())) {
                return null;
            }
            demandWords(type.getSimpleName().toString());
            return super.visitClass(type, nothing);
        }

        @Override
        public @Nullable Void visitMethod(MethodTree method, @Nullable Void nothing) {
            boolean inherited = method.getModifiers().getAnnotations().stream()
                    .anyMatch(annotation ->
                            annotation.getAnnotationType().toString().equals("Override"));
            // A constructor without parameters says nothing that its class has not said.
            boolean plainConstructor =
                    method.getReturnType() == null && method.getParameters().isEmpty();
            if (published && isVisible(method.getModifiers()) && !inherited && !plainConstructor) {
                demandWords(enclosingType() + "." + method.getName());
            }
            return null;
        }

        private boolean isVisible(ModifiersTree modifiers) {
            return modifiers.getFlags().contains(Modifier.PUBLIC)
                    || modifiers.getFlags().contains(Modifier.PROTECTED)
                    || (isMemberOfInterface() && !modifiers.getFlags().contains(Modifier.PRIVATE));
        }

        private boolean isMemberOfInterface() {
            TreePath parent = getCurrentPath().getParentPath();
            Tree.Kind kind = parent == null ? null : parent.getLeaf().getKind();
            return kind == Tree.Kind.INTERFACE || kind == Tree.Kind.ANNOTATION_TYPE;
        }

        private String enclosingType() {
            Tree parent = getCurrentPath().getParentPath().getLeaf();
            return parent instanceof ClassTree type ? type.getSimpleName().toString() : "";
        }

        private void demandWords(String what) {
            if (docs.getDocComment(getCurrentPath()) == null) {
                silent.add(packageName + "." + what);
            }
        }
    }
}
