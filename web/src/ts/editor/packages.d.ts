// Translations of bpmn-js come without types.
declare module "bpmn-js-i18n/translations/*" {
  const texts: Record<string, string>;
  export default texts;
}
