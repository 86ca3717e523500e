import prettier from "eslint-config-prettier/flat";
import nextVitals from "eslint-config-next/core-web-vitals";
import nextTypescript from "eslint-config-next/typescript";

/** Settings are read in one place, lib/env.ts, which checks them and names the variable that is wrong. */
const environment = {
  "no-restricted-properties": ["error", { object: "process", property: "env", message: "read it in lib/env.ts" }],
};

/** Next puts the path of `BASE_PATH` before the addresses of its own `Link` and `Form` alone. */
const plain = "JSXOpeningElement[name.name=/^(a|form)$/] > JSXAttribute[name.name=/^(href|action)$/]";
const addresses = {
  "no-restricted-syntax": [
    "error",
    ...[
      "Literal[value=/^[/]/]",
      "JSXExpressionContainer > TemplateLiteral > TemplateElement[value.raw=/^[/]/]:first-child",
    ].map((address) => ({ selector: `${plain} > ${address}`, message: "write it as withBase(…) of lib/base-path.ts" })),
  ],
};

const config = [
  { ignores: [".next/", "next-env.d.ts", "test-results/", "playwright-report/"] },
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  ...nextVitals,
  ...nextTypescript,
  {
    rules: {
      ...environment,
      ...addresses,
      eqeqeq: ["error", "always", { null: "ignore" }],
      "@typescript-eslint/consistent-type-imports": ["error", { disallowTypeAnnotations: false }],
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
    },
  },
  {
    files: [
      "lib/env.ts",
      "scripts/**",
      "bench/**",
      "faults/**",
      "e2e/**",
      "lib/testing/**",
      "**/*.test.ts",
      "*.config.*",
    ],
    rules: { "no-restricted-properties": "off" },
  },
  prettier,
];

export default config;
