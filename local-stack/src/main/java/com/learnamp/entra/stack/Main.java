package com.learnamp.entra.stack;

public final class Main { private Main() {} public static void main(String[] a) throws Exception { LocalStack s = LocalStack.start(StackPlan.of(com.learnamp.entra.stack.options.RunOptions.parse(java.util.List.of(a)), System.getenv()), new Progress(System.out)); Runtime.getRuntime().addShutdownHook(new Thread(s::close)); s.awaitClosed(); } }
