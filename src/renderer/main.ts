import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/jetbrains-mono/wght.css';
import './styles/tokens.css';
import './styles/base.css';
import './styles/float.css';
import { createPinia } from 'pinia';
import { createApp } from 'vue';
import App from './App.vue';
import { languageHint } from './i18n/language-hint';
import { startMonaco } from './monaco/load-monaco';
import { startApp } from './start-app';

const app = createApp(App);
app.use(createPinia());
// Before anything else is asked for: it takes longest, and main is busy starting meanwhile.
void startMonaco(languageHint());
void startApp(app);
