import { render } from 'preact';
import { App } from './app';
import { standOnPage } from './router';
import { SqlView } from './views/sql';
import './styles/site.css';

standOnPage('sql.html');
const root = document.getElementById('app');
if (root) render(<App view={SqlView} />, root);
